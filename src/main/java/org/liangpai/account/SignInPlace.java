package org.liangpai.account;

/**
 * From where somebody tries to sign in to an account.
 *
 * @param key a browser in which the account was signed in before, or else the network address
 * @param browser whether it is such a browser: many people share an address, few a browser
 * @param familiar whether the account was signed in there before
 */
record SignInPlace(String key, boolean browser, boolean familiar) {}
