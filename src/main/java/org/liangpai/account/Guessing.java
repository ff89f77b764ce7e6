package org.liangpai.account;

import com.nulabinc.zxcvbn.Pattern;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.matchers.Match;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What whoever guesses the password of an account tries first: listed passwords, words with digits
 * before or behind them, rows of keys, the name of the account and of the service, also turned
 * round or with signs for letters.
 */
final class Guessing {

  /** Where the least that is asked for begins, in the scale of the library. */
  private static final int STRONG_ENOUGH = 2;

  /** A word that is found in so many guesses is common. */
  private static final double COMMON = 100_000;

  /** Shorter names stand in other words by chance. */
  private static final int NAME = 4;

  private static final int MOST_DECORATION = 8;
  private static final String SERVICE = "liangpai";
  private static final String NO_LETTERS_AT_THE_ENDS = "^\\P{L}+|\\P{L}+$";

  private static final String SIGNS = "[^\\p{L}\\p{N}]";

  /** What people of this field write, and no list of other countries knows. */
  private static final List<String> WORDS =
      List.of(
          SERVICE,
          "亮牌",
          "dangjian",
          "dangwei",
          "dangzhibu",
          "zuzhibu",
          "zhonggong",
          "gongchandang",
          "dengbao",
          "huawei",
          "woaini");

  private static final Zxcvbn LIBRARY = new Zxcvbn();

  private final String password;
  private final String account;
  private final Set<String> names;
  private final List<String> words = new ArrayList<>(WORDS);

  Guessing(String password, String account) {
    this.password = Normalizer.normalize(password, Normalizer.Form.NFKC);
    this.account = AccountName.key(account);
    this.names = Set.copyOf(List.of(SERVICE, this.account, this.account.replaceAll(SIGNS, "")));
    words.addAll(names);
  }

  /**
   * Whether it is found soon: as it is, without the one sign in it, or as a common word dressed up.
   */
  boolean isSoonFound() {
    return isWeak(password) || isWeakWithoutASign() || isDecoratedWord();
  }

  /** Whether the name of the account or of the service is in it, also dressed up. */
  boolean holdsName() {
    return password.toLowerCase(Locale.ROOT).contains(account)
        || measured(password).getSequence().stream().anyMatch(this::isName);
  }

  private boolean isWeakWithoutASign() {
    String plain = password.replaceFirst(SIGNS + "{1,2}", "");
    return plain.replaceAll(SIGNS, "").equals(plain) && isWeak(plain);
  }

  private boolean isWeak(String text) {
    return measured(text).getScore() < STRONG_ENOUGH;
  }

  private boolean isDecoratedWord() {
    String word = password.replaceAll(NO_LETTERS_AT_THE_ENDS, "");
    if (word.isEmpty() || password.length() - word.length() > MOST_DECORATION) {
      return false;
    }
    Strength strength = measured(word);
    List<Match> parts = strength.getSequence();
    return parts.size() == 1
        && parts.get(0).pattern != Pattern.Bruteforce
        && strength.getGuesses() < COMMON;
  }

  private boolean isName(Match part) {
    return part.matchedWord != null
        && part.matchedWord.length() >= NAME
        && names.contains(part.matchedWord.toString());
  }

  private Strength measured(String text) {
    return LIBRARY.measure(text, words);
  }
}
