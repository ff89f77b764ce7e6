package org.liangpai.account;

import java.time.LocalDate;
import java.util.List;

/**
 * What somebody asks an access token for.
 *
 * @param name what it is for
 * @param expiresOn the last day that it can be used; {@code null} for ninety days from now
 * @param permissions the only ones that it may use; {@code null} for a token that reads whatever
 *     the posts show and changes nothing
 */
public record NewToken(String name, LocalDate expiresOn, List<String> permissions) {}
