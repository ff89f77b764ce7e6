package org.liangpai.notice;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/** How notices leave the service: what holds for the whole city unless somebody chose otherwise. */
@ConfigMapping(prefix = "liangpai.notice")
interface NoticeConfig {

  /** Whether e-mail is sent at all; by which server is configured as {@code quarkus.mailer}. */
  boolean mail();

  /** The domains in which addresses may be; any, if none are named. */
  Optional<Set<String>> mailDomains();

  /** How people reach the service, for the links in messages; without it they have none. */
  Optional<URI> address();

  /** The city's rhythm. */
  Rhythm rhythm();

  /** When the notices since the last digest are put into one message. */
  LocalTime digestAt();

  /** What is told at once, whatever the rhythm. */
  Optional<Set<NoticeKind>> urgent();

  /** The beginning of the city's quiet hours. */
  LocalTime quietFrom();

  /** Their end, which does not belong to them; the same as the beginning if there are none. */
  LocalTime quietTo();

  /** The hosts at which robots may be; {@code *} allows any. */
  Set<String> robotHosts();

  /** How often it is asked what is to be sent. */
  Duration every();
}
