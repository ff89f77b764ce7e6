package org.liangpai.shared;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Refuses in bodies what no database column takes, with the place at which it stands. */
@Singleton
class StorableValues implements ObjectMapperCustomizer {

  @Override
  public void customize(ObjectMapper mapper) {
    mapper.registerModule(
        new SimpleModule("storable values")
            .addDeserializer(String.class, new Text())
            .addDeserializer(LocalDate.class, new Day()));
  }

  /** A text without the character zero. */
  private static final class Text extends StringDeserializer {

    private static final long serialVersionUID = 1L;

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = super.deserialize(parser, context);
      if (text != null && text.indexOf('\0') >= 0) {
        throw new Invalid("", "含有无效字符（U+0000）");
      }
      return text;
    }
  }

  /** A day in a year that people may mean. */
  private static final class Day extends LocalDateDeserializer {

    private static final long serialVersionUID = 1L;

    private Day() {
      super(DateTimeFormatter.ISO_LOCAL_DATE);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      LocalDate day = super.deserialize(parser, context);
      if (day != null && !Parameters.isYear(day.getYear())) {
        throw new Invalid("", "日期“" + day + "”无效，应如 2026-10-31");
      }
      return day;
    }
  }
}
