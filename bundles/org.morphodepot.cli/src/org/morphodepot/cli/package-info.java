/**
 * The workbench without a window: {@link org.morphodepot.cli.Main} runs one command and ends. Output for programs
 * ({@code --json}) and exit codes are contracts: 0 done, 1 failed, 2 wrong use; an error is one line on stderr.
 */
package org.morphodepot.cli;
