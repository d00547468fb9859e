/**
 * Who works here: the keyring for tokens ({@link org.morphodepot.tasks.ui.account.SecureTokenVault}), sign-in in the browser or
 * by token, and the accounts to switch between. Dialogs belong to the UI thread; what asks the forge runs in jobs.
 */
package org.morphodepot.tasks.ui.account;
