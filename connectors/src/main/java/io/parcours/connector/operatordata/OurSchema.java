package io.parcours.connector.operatordata;

/**
 * Tells a database of this platform from inside, whatever name, proxy or forwarded port led there: by a function that every
 * one of them has.
 */
final class OurSchema {

    static final String IS_HERE = "select to_regprocedure('public.parcours_tenant()') is not null";

    /** Fails there, and so does the connection. */
    static final String MUST_NOT_BE_HERE = "do $$ begin if (" + IS_HERE
            + ") then raise exception 'The database of the platform is no operator''s system'; end if; end $$";

    private OurSchema() {}
}
