/** How telephone numbers are read; knows nothing of anybody else. */
package io.parcours.number;
