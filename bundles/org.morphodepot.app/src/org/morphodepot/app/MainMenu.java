package org.morphodepot.app;

import static org.eclipse.ui.IWorkbenchActionConstants.MB_ADDITIONS;
import static org.eclipse.ui.IWorkbenchActionConstants.M_EDIT;
import static org.eclipse.ui.IWorkbenchActionConstants.M_FILE;
import static org.eclipse.ui.IWorkbenchActionConstants.M_HELP;
import static org.eclipse.ui.IWorkbenchActionConstants.M_WINDOW;

import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.ContributionItemFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;

/**
 * The main menu: only what the platform itself can do. Other bundles add theirs by {@code org.eclipse.ui.menus} to the
 * ids {@code file}, {@code edit}, {@code window} and {@code help}, after {@code additions}.
 */
final class MainMenu extends ActionBarAdvisor {

    private IWorkbenchWindow window;

    MainMenu(IActionBarConfigurer configurer) {
        super(configurer);
    }

    @Override
    protected void makeActions(IWorkbenchWindow target) {
        window = target;
    }

    @Override
    protected void fillMenuBar(IMenuManager bar) {
        bar.add(file());
        bar.add(edit());
        bar.add(new GroupMarker(MB_ADDITIONS));
        bar.add(view());
        bar.add(help());
    }

    private MenuManager file() {
        MenuManager menu = new MenuManager("&File", M_FILE);
        menu.add(new GroupMarker(IWorkbenchActionConstants.FILE_START));
        menu.add(new GroupMarker(IWorkbenchActionConstants.OPEN_EXT));
        menu.add(new Separator(MB_ADDITIONS));
        add(menu, ActionFactory.CLOSE);
        add(menu, ActionFactory.SAVE);
        menu.add(new Separator(IWorkbenchActionConstants.FILE_END));
        add(menu, ActionFactory.QUIT);
        return menu;
    }

    private MenuManager edit() {
        MenuManager menu = new MenuManager("&Edit", M_EDIT);
        menu.add(new GroupMarker(IWorkbenchActionConstants.EDIT_START));
        add(menu, ActionFactory.UNDO);
        add(menu, ActionFactory.REDO);
        menu.add(new Separator());
        add(menu, ActionFactory.CUT);
        add(menu, ActionFactory.COPY);
        add(menu, ActionFactory.PASTE);
        add(menu, ActionFactory.DELETE);
        add(menu, ActionFactory.SELECT_ALL);
        menu.add(new Separator(MB_ADDITIONS));
        return menu;
    }

    private MenuManager view() {
        MenuManager menu = new MenuManager("&View", M_WINDOW);
        menu.add(new GroupMarker(MB_ADDITIONS));
        menu.add(new Separator("parts"));
        MenuManager views = new MenuManager("Show &View", "showView");
        views.add(ContributionItemFactory.VIEWS_SHORTLIST.create(window));
        menu.add(views);
        MenuManager perspectives = new MenuManager("&Perspective", "openPerspective");
        perspectives.add(ContributionItemFactory.PERSPECTIVES_SHORTLIST.create(window));
        menu.add(perspectives);
        add(menu, ActionFactory.RESET_PERSPECTIVE);
        menu.add(new Separator());
        menu.add(new GroupMarker("themes"));
        menu.add(new Separator());
        add(menu, ActionFactory.PREFERENCES);
        return menu;
    }

    private MenuManager help() {
        MenuManager menu = new MenuManager("&Help", M_HELP);
        menu.add(new GroupMarker(IWorkbenchActionConstants.HELP_START));
        add(menu, ActionFactory.HELP_CONTENTS);
        add(menu, ActionFactory.HELP_SEARCH);
        menu.add(new Separator("group.assist"));
        menu.add(new Separator("group.updates"));
        menu.add(new GroupMarker(MB_ADDITIONS));
        menu.add(new Separator());
        add(menu, ActionFactory.ABOUT);
        return menu;
    }

    private void add(MenuManager menu, ActionFactory factory) {
        ActionFactory.IWorkbenchAction action = factory.create(window);
        register(action);
        menu.add(action);
    }
}
