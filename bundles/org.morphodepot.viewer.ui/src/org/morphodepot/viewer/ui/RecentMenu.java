package org.morphodepot.viewer.ui;

import java.util.List;
import java.util.Map;

import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.morphodepot.volume.Address;

/** File &gt; Open Recent. */
public final class RecentMenu extends CompoundContributionItem {

    private static final int LONGEST = 70;

    @Override
    protected IContributionItem[] getContributionItems() {
        List<Address> recent = RecentScans.all();
        IContributionItem[] items = new IContributionItem[recent.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = item(i, recent.get(i));
        }
        return items;
    }

    private static IContributionItem item(int number, Address address) {
        CommandContributionItemParameter item = new CommandContributionItemParameter(PlatformUI.getWorkbench(),
                "recent" + number, OpenAddress.COMMAND, CommandContributionItem.STYLE_PUSH);
        item.parameters = Map.of(OpenAddress.ADDRESS, address.toString());
        item.label = (number < 9 ? "&" + (number + 1) + " " : "") + shortened(address.toString()).replace("&", "&&");
        return new CommandContributionItem(item);
    }

    /** The end of a long address says more than its middle. */
    static String shortened(String address) {
        return address.length() <= LONGEST ? address
                : address.substring(0, 20) + "…" + address.substring(address.length() - (LONGEST - 21));
    }
}
