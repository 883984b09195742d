package org.homeroom.tenancy;

/**
 * What administrators want their school to look like; null or empty for what they leave plain.
 *
 * @param words never null
 */
public record BrandPlan(String primary, String band, BrandWords words) {}
