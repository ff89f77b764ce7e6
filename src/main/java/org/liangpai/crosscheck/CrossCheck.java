package org.liangpai.crosscheck;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * A draw for a unit and a period.
 *
 * @param seedGiven somebody named the seed; else it was made by chance
 * @param share such as {@code 3/10}
 * @param population how many there were to draw from
 * @param answered how many of those drawn are checked, as far as the viewer sees them
 * @param differing how many of those differ
 * @param mine how many wait for the viewer's unit
 */
public record CrossCheck(
    long id,
    String unitCode,
    String unitName,
    LocalDate fromOn,
    LocalDate toOn,
    String seed,
    boolean seedGiven,
    String share,
    int population,
    String populationHash,
    int drawn,
    OffsetDateTime drawnAt,
    String drawnBy,
    int answered,
    int differing,
    int mine) {}
