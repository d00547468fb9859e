package org.morphodepot.forge.internal.state;

import java.util.ArrayList;
import java.util.List;

/** What makes an issue a pull request. */
public final class Pull {

    public long headRepo;
    public String headOwner;
    public String headBranch;
    public String headSha;
    public String baseBranch;
    public String baseSha;
    public boolean draft;
    public boolean maintainerCanModify;
    public List<String> reviewers = new ArrayList<>();
    public String merged;
    public String mergedBy;
    public String mergeCommit;
    /** When the head or the base last moved: whether it can be merged is known some time after. */
    public String moved;
}
