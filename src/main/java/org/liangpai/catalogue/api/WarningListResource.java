package org.liangpai.catalogue.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.security.Permissions;
import org.liangpai.shared.NotFound;

/** The list in use. */
@Path("/api/warning-list")
@Tag(name = "预警清单")
class WarningListResource {

  /** The list with the fingerprints of its files and of the rules. */
  record ListView(String fingerprint, String rulesFingerprint, List<ItemView> items) {}

  private final Catalogue catalogue;

  WarningListResource(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_WARNING_LIST)
  @Operation(summary = "正在使用的预警清单和规则指纹")
  public ListView list() {
    return new ListView(
        catalogue.list().fingerprint(),
        catalogue.rules().fingerprint(),
        catalogue.list().items().stream().map(ItemView::of).toList());
  }

  @GET
  @PermissionsAllowed(Permissions.READ_WARNING_LIST)
  @Path("{code}")
  @Operation(summary = "一个预警情形")
  public ItemView get(String code) {
    return catalogue
        .list()
        .item(code)
        .map(ItemView::of)
        .orElseThrow(() -> new NotFound("预警情形", code));
  }
}
