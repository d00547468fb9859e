package org.morphodepot.tasks.ui.account;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.StringFieldEditor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** Preferences &gt; Accounts: the client ids for sign-in in the browser. */
public final class AccountPreferences extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    public AccountPreferences() {
        super(GRID);
        setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, ClientIds.BUNDLE));
        setDescription("""
                Sign-in in the browser needs the client id under which this program is registered at the server \
                (Settings > Developer settings > OAuth Apps, with device flow). Sign-in by token needs none.""");
    }

    @Override
    protected void createFieldEditors() {
        addField(new StringFieldEditor(ClientIds.GITHUB, "Client id at &github.com:", getFieldEditorParent()));
        StringFieldEditor others = new StringFieldEditor(ClientIds.OTHERS, "At &other servers:", getFieldEditorParent());
        others.getTextControl(getFieldEditorParent()).setToolTipText("host=id, separated by blanks");
        others.getTextControl(getFieldEditorParent()).setMessage("git.example.org=Iv1.0123456789abcdef");
        addField(others);
    }

    @Override
    public void init(IWorkbench workbench) {
        // nothing to prepare
    }
}
