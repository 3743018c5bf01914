package io.parcours.work;

/** How many items of a queue are how old. @param bucket {@code under1h}, {@code under4h}, {@code under24h} or {@code over24h} */
public record AgeCount(String queue, String bucket, int count) {}
