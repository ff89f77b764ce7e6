package org.liangpai.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.liangpai.shared.Invalid;

/** The name that somebody signs in with. Two that look alike are one. */
final class AccountName {

  /** How the trail calls the identity provider. */
  static final String PROVIDER = "统一身份认证";

  /** What the trail calls the service and its parts: no person may be called so. */
  private static final Set<String> RESERVED = Set.of("系统", "初始化", "示例", "本机命令", PROVIDER);

  private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}._-]{2,64}");

  private AccountName() {}

  /** The name as it is kept, if it is allowed. */
  static String checked(String field, String name) {
    String text = Normalizer.normalize(name == null ? "" : name.strip(), Normalizer.Form.NFC);
    if (!ALLOWED.matcher(text).matches()) {
      throw new Invalid(field, "账号名“" + text + "”不符合要求：2到64个字符，可以用文字、数字、点（.）、下划线（_）和短横线（-）");
    }
    if (RESERVED.contains(key(text))) {
      throw new Invalid(field, "账号名“" + text + "”由系统自己使用，请换一个");
    }
    return text;
  }

  /** The name without regard to case and width; of anything that was typed, so also of no name. */
  static String key(String name) {
    return Normalizer.normalize(name == null ? "" : name.strip(), Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replace('\0', '\uFFFD');
  }
}
