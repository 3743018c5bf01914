package io.parcours.customer;

import java.util.UUID;

/** A customer as one line of a search. @param msisdn the first of the customer's numbers, null where none is known */
public record CustomerSummary(
        UUID id, String name, String msisdn, String segment, boolean prospect, int openComplaints) {}
