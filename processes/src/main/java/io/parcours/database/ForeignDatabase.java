package io.parcours.database;

/** The JDBC address of somebody else's database, and its owner. */
public record ForeignDatabase(String url, DatabaseLogin owner) {}
