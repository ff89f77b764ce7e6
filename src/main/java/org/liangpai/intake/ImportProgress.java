package org.liangpai.intake;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * How far an import is.
 *
 * @param id under which it can be cancelled
 * @param step what is being done, in Chinese
 */
public record ImportProgress(UUID id, OffsetDateTime begunAt, String step) {}
