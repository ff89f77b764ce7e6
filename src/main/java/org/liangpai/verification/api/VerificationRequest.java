package org.liangpai.verification.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.Parameters;
import org.liangpai.verification.Decision;

/**
 * A decision on findings.
 *
 * @param findings their ids, where many are decided at once
 * @param decision CONFIRMED, DISMISSED or DATA_ERROR
 * @param reason compulsory for the last two
 */
record VerificationRequest(
    List<@NotNull(message = "疑似问题编号不能为空") Long> findings,
    String decision,
    @Size(max = 2000, message = "理由不能超过2000字") String reason) {

  Decision decisionOrRefuse() {
    return Parameters.optionalOf(Decision.class, "decision", decision)
        .orElseThrow(
            () -> new Invalid("decision", "请填写核实结论：CONFIRMED 属实、DISMISSED 不予认定、DATA_ERROR 数据有误"));
  }
}
