/**
 * Tests in the running workbench, with the real pointer and keyboard. They run beside the UI thread; each opens what it
 * needs and leaves the workbench without editors. Start with {@link org.morphodepot.itests.Workbench}.
 */
package org.morphodepot.itests;
