package io.parcours.model;

/** How big a model may be; far above what a person can read on one page. */
record ModelLimits(int bytes, int formBytes, int depth, int elements, int findings) {

    static final ModelLimits USUAL = new ModelLimits(2 << 20, 256 << 10, 64, 20_000, 100);
}
