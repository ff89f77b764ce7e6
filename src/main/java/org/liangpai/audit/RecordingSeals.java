package org.liangpai.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.liangpai.keys.ValuesSealed;
import org.liangpai.security.Viewer;

/** Writes down that secrets were sealed at the start, which an upgrade or a new key explains. */
@ApplicationScoped
class RecordingSeals {

  private final Auditing auditing;

  RecordingSeals(Auditing auditing) {
    this.auditing = auditing;
  }

  void record(@Observes ValuesSealed values) {
    auditing.record(
        Viewer.SERVICE,
        Entry.of(Act.SECRETS_SEALED, ObjectKind.SERVICE, "密钥 " + values.key())
            .now(Map.of("number", values.number(), "broken", values.broken())));
  }
}
