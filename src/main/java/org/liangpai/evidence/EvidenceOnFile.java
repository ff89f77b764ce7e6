package org.liangpai.evidence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The evidence as it is added and withdrawn. */
@ApplicationScoped
class EvidenceOnFile implements PanacheRepositoryBase<Evidence, UUID> {

  /** The line of some evidence, if the database shows it to the viewer. */
  Optional<Long> lineOf(UUID id) {
    return getEntityManager()
        .createQuery("select cardLineId from Evidence where id = :id", Long.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** All of a line, withdrawn ones included. */
  List<Evidence> of(long line) {
    return list("cardLineId", line);
  }
}
