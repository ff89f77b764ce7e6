package org.liangpai.monthlyrecord;

import java.time.YearMonth;
import org.liangpai.shared.Refusal;

/** The record was returned before and has not been filed anew. */
public class AlreadyReturned extends Refusal {

  private static final long serialVersionUID = 1L;

  AlreadyReturned(String branchCode, YearMonth month) {
    super("record-already-returned", "支部" + branchCode + " " + month + "的月度纪实已经退回，尚未重新上报");
  }
}
