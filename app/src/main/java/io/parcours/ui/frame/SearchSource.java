package io.parcours.ui.frame;

import io.parcours.security.Role;
import java.util.List;
import java.util.Set;

/** Something that the search field of the frame can find. Each bean of this type takes part. */
public interface SearchSource {

    /**
     * One thing found.
     *
     * @param icon an icon's name
     * @param path where choosing it leads, without a leading slash
     */
    record Hit(String icon, String title, String detail, String path) {}

    /** Whether somebody with these roles may find what is here. */
    boolean offeredTo(Set<Role> roles);

    /** What matches best first; called within the person's operator. */
    List<Hit> search(String words, int limit);
}
