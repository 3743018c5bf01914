/** Calls of agents with customers: who speaks with whom, since when, and what came of it. */
package io.parcours.call;
