/**
 * Fixtures shared by the tests of all bundles: real data files, fakes and fault-injecting servers. Used by tests only, never
 * part of the product.
 */
package org.morphodepot.testing;
