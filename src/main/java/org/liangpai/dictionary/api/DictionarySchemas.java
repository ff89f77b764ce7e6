package org.liangpai.dictionary.api;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.liangpai.dictionary.Choice;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.Table;

/** Describes branches and records in the OpenAPI document field by field, from the dictionary. */
public class DictionarySchemas implements OASFilter {

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getComponents() == null) {
      document.setComponents(OASFactory.createComponents());
    }
    Schema meeting = schema(Table.MEETINGS);
    meeting.removeProperty("branchCode");
    meeting.removeProperty("month");
    Schema record = schema(Table.RECORDS);
    record.addProperty(
        "meetings",
        OASFactory.createSchema()
            .type(List.of(SchemaType.ARRAY))
            .items(OASFactory.createSchema().ref("#/components/schemas/Meeting")));
    document
        .getComponents()
        .addSchema("Branch", schema(Table.BRANCHES))
        .addSchema("MonthlyRecord", record)
        .addSchema("Meeting", meeting);
  }

  private static Schema schema(Table table) {
    Schema schema =
        OASFactory.createSchema().type(List.of(SchemaType.OBJECT)).description(table.label());
    for (Field field : table.fields()) {
      schema.addProperty(field.name(), schema(field));
    }
    return schema;
  }

  private static Schema schema(Field field) {
    Schema schema = OASFactory.createSchema().description(field.label() + note(field));
    return switch (field.type()) {
      case INTEGER -> schema.type(List.of(SchemaType.INTEGER));
      case DECIMAL, MONEY -> schema.type(List.of(SchemaType.NUMBER));
      case BOOLEAN -> schema.type(List.of(SchemaType.BOOLEAN));
      case DATE -> schema.type(List.of(SchemaType.STRING)).format("date");
      case MONTH -> schema.type(List.of(SchemaType.STRING)).pattern("\\d{4}-\\d{2}");
      case TEXT, CODE, DOMAIN -> schema.type(List.of(SchemaType.STRING));
      case CHOICE -> choice(schema, field);
      case CHOICES ->
          schema.type(List.of(SchemaType.ARRAY)).items(choice(OASFactory.createSchema(), field));
    };
  }

  private static Schema choice(Schema schema, Field field) {
    return schema
        .type(List.of(SchemaType.STRING))
        .enumeration(field.choices().stream().map(Choice::code).<Object>map(it -> it).toList());
  }

  private static String note(Field field) {
    return field.note().isEmpty() ? "" : "：" + field.note();
  }
}
