package org.liangpai.form;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * What pages are to tell to whom, until they are shown. It is kept in memory only and for a short
 * time, and nobody but the account that sent the form is shown it.
 */
@ApplicationScoped
public class PageNotes {

  private static final Duration FOR = Duration.ofMinutes(30);
  private static final long MOST_CHARACTERS = 16_000_000;

  private record Place(String account, String address) {}

  private final Cache<Place, PageNote> notes =
      Caffeine.newBuilder()
          .expireAfterWrite(FOR)
          .maximumWeight(MOST_CHARACTERS)
          .weigher((Place place, PageNote note) -> weight(place, note))
          .build();

  /** Keeps what the page at an address is to tell an account, instead of what it was to tell. */
  public void keep(String account, String address, PageNote note) {
    notes.put(new Place(account, address), note);
  }

  /** What the page tells now and not again. */
  public Optional<PageNote> take(String account, String address) {
    return Optional.ofNullable(notes.asMap().remove(new Place(account, address)));
  }

  private static int weight(Place place, PageNote note) {
    return place.account().length()
        + place.address().length()
        + note.sentence().length()
        + note.form().size();
  }
}
