/**
 * Where two people, or one on two machines, changed the same voxels: the places in a list, decided one by one with mine, theirs,
 * or by painting. UI thread; reading and committing run in jobs.
 */
package org.morphodepot.tasks.ui.conflict;
