package org.liangpai.evidence;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Keeps files in a bucket of a store that speaks S3, its own or one of the city's. */
final class S3Store implements FileStore {

  private static final int SOME = 500;

  private final S3Client client;
  private final String bucket;
  private final String prefix;

  /** The bucket must be there. */
  S3Store(
      Optional<URI> endpoint,
      String region,
      String bucket,
      String prefix,
      String accessKey,
      String secretKey) {
    this.bucket = bucket;
    this.prefix = prefix;
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .region(Region.of(region))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
            // Stores other than Amazon's own know neither hosts by bucket nor checksums at the end.
            .forcePathStyle(true)
            .serviceConfiguration(S3Configuration.builder().chunkedEncodingEnabled(false).build())
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
    endpoint.ifPresent(builder::endpointOverride);
    this.client = builder.build();
  }

  @Override
  public void keep(UUID id, Path file) throws IOException {
    try {
      client.putObject(request -> request.bucket(bucket).key(key(id)), RequestBody.fromFile(file));
    } catch (SdkException failed) {
      throw new IOException(failed);
    }
  }

  @Override
  public InputStream read(UUID id) throws IOException {
    try {
      return client.getObject(request -> request.bucket(bucket).key(key(id)));
    } catch (NoSuchKeyException missing) {
      throw new FileNotFoundException(key(id));
    } catch (SdkException failed) {
      throw new IOException(failed);
    }
  }

  @Override
  public void remove(UUID id) throws IOException {
    try {
      client.deleteObject(request -> request.bucket(bucket).key(key(id)));
    } catch (SdkException failed) {
      throw new IOException(failed);
    }
  }

  @Override
  public void eachKeptBefore(Instant time, Consumer<List<UUID>> some) throws IOException {
    try {
      client
          .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix).maxKeys(SOME))
          .forEach(
              page ->
                  some.accept(
                      page.contents().stream()
                          .filter(object -> object.lastModified().isBefore(time))
                          .map(S3Store::id)
                          .flatMap(Optional::stream)
                          .toList()));
    } catch (SdkException failed) {
      throw new IOException(failed);
    }
  }

  private String key(UUID id) {
    return prefix + FileStore.key(id);
  }

  /** The id of an object of ours; whatever else lies there is left alone. */
  private static Optional<UUID> id(S3Object object) {
    try {
      return Optional.of(
          UUID.fromString(object.key().substring(object.key().lastIndexOf('/') + 1)));
    } catch (IllegalArgumentException other) {
      return Optional.empty();
    }
  }
}
