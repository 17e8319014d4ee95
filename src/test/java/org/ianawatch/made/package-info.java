/** Made registries for tests: small and dense, so that blocks, duplicates and assigned ports overlap. */
package org.ianawatch.made;
