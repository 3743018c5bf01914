package io.parcours.start;

import java.util.List;

/** What somebody who just started the application should read below its address. */
public interface StartNotice {

    List<String> lines();
}
