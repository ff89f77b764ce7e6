package org.liangpai.account.web;

/** A unit at which a post may be: its code, and its name with the names of those above it. */
record UnitChoice(String code, String label) {}
