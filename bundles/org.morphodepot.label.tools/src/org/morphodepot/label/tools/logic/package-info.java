/** {@link org.morphodepot.label.tools.logic.LogicalOperators}: segments combined as sets, block by block. */
package org.morphodepot.label.tools.logic;
