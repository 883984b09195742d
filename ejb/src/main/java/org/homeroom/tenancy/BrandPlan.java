package org.homeroom.tenancy;

/** What administrators want their school to look like; null or empty for what they leave plain. */
public record BrandPlan(String primary, String band, String motto) {}
