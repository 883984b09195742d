/** Health for machines and the jobs console for operators. */
package org.homeroom.operations;
