package io.parcours.engine;

/** Implemented by a failure that is somebody's answer and no fault of ours: its words say all, and its stack nothing. */
public interface Declined {}
