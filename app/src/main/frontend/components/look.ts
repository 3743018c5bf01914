/*
 * The look, read top to bottom: values first, then Lumo told about them, then our own parts. Imported here and not by the
 * theme's styles.css, because the build compares only imported files with the committed bundle: a change there would
 * silently not be shipped.
 */
import './fonts.css';
import '../themes/parcours/tokens.css';
import '../themes/parcours/lumo.css';
import '../themes/parcours/frame.css';
import '../themes/parcours/parts.css';
import '../themes/parcours/talk.css';
import '../themes/parcours/notices.css';
import '../themes/parcours/texts.css';
import '../themes/parcours/lists.css';
import '../themes/parcours/form.css';
import '../themes/parcours/diagram.css';
import '../themes/parcours/steering.css';
import '../themes/parcours/studio.css';
import '../themes/parcours/contact.css';
import '../themes/parcours/login.css';
import '../themes/parcours/simulator.css';
import '../themes/parcours/channels.css';
import '../themes/parcours/handset.css';
import '../themes/parcours/case.css';
import '../themes/parcours/customer.css';
import '../themes/parcours/thread.css';
import '../themes/parcours/queue.css';
import '../themes/parcours/search.css';
import '../themes/parcours/calls.css';
