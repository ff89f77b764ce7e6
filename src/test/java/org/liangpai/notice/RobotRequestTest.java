package org.liangpai.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The signatures, against values that another program computed. */
class RobotRequestTest {

  private static final Instant NOW = Instant.parse("2025-11-09T01:00:00Z");

  @Test
  void dingTalk_isSignedInTheAddress() {
    RobotRequest request =
        RobotRequest.of(
            RobotKind.DINGTALK,
            "https://oapi.dingtalk.com/robot/send?access_token=a",
            "SECgeheim",
            "事",
            NOW);

    assertThat(request.url())
        .hasToString(
            "https://oapi.dingtalk.com/robot/send?access_token=a&timestamp=1762650000000&sign=0qaCyXdS38XETAF8tCPQgdMrezhAdZ5kiFn6agWtLfM%3D");
    assertThat(request.body()).isEqualTo("{\"msgtype\":\"text\",\"text\":{\"content\":\"事\"}}");
  }

  @Test
  void weCom_isNotSigned() {
    RobotRequest request =
        RobotRequest.of(
            RobotKind.WECOM,
            "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a",
            null,
            "事",
            NOW);

    assertThat(request.url()).hasToString("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a");
    assertThat(request.body()).isEqualTo("{\"msgtype\":\"text\",\"text\":{\"content\":\"事\"}}");
  }

  @Test
  void withoutASecret_nothingIsSigned() {
    RobotRequest dingTalk =
        RobotRequest.of(
            RobotKind.DINGTALK,
            "https://oapi.dingtalk.com/robot/send?access_token=a",
            null,
            "事",
            NOW);
    RobotRequest feishu =
        RobotRequest.of(
            RobotKind.FEISHU, "https://open.feishu.cn/open-apis/bot/v2/hook/a", null, "事", NOW);

    assertThat(dingTalk.url()).hasToString("https://oapi.dingtalk.com/robot/send?access_token=a");
    assertThat(dingTalk.body()).isEqualTo("{\"msgtype\":\"text\",\"text\":{\"content\":\"事\"}}");
    assertThat(feishu.body()).isEqualTo("{\"content\":{\"text\":\"事\"},\"msg_type\":\"text\"}");
  }

  @Test
  void feishu_isSignedInTheBody() {
    RobotRequest request =
        RobotRequest.of(
            RobotKind.FEISHU, "https://open.feishu.cn/open-apis/bot/v2/hook/a", "geheim", "事", NOW);

    assertThat(request.url()).hasToString("https://open.feishu.cn/open-apis/bot/v2/hook/a");
    assertThat(request.body())
        .isEqualTo(
            "{\"content\":{\"text\":\"事\"},\"msg_type\":\"text\",\"sign\":\"Ai6hUzGACiTzWW0tD7KHEhM94LriLQFEFS45JZzcndo=\",\"timestamp\":\"1762650000\"}");
  }
}
