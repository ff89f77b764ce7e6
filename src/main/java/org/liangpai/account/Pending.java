package org.liangpai.account;

/** What somebody who signed in has to do before anything else. */
public enum Pending {
  CHANGE_PASSWORD,
  ADD_SECOND_FACTOR
}
