/**
 * The labelling tools that come with the workbench, each a Declarative Services component without any user interface, one
 * package per kind. This package holds the sets of voxels and the writer they share. Nothing here is exported: users of the
 * tools see only {@link org.morphodepot.label.tool}.
 */
package org.morphodepot.label.tools;
