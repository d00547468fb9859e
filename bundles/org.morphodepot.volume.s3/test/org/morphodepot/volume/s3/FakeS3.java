package org.morphodepot.volume.s3;

import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.morphodepot.testing.web.Responder;
import org.morphodepot.testing.web.WebReply;
import org.morphodepot.testing.web.WebRequest;

/** As much of the S3 protocol as the store uses, for path-style requests to one bucket; listings come in pages of three. */
final class FakeS3 implements Responder {

    private static final int PAGE = 3;

    private final String bucket;
    private final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
    private volatile boolean open = true;

    FakeS3(String bucket) {
        this.bucket = bucket;
    }

    Map<String, byte[]> objects() {
        return objects;
    }

    /** From now on only requests with credentials are served. */
    void lock() {
        open = false;
    }

    @Override
    public WebReply answer(WebRequest request) {
        String[] path = request.path().substring(1).split("/", 2);
        if (!path[0].equals(bucket)) {
            return error(404, "NoSuchBucket");
        }
        if (!open && request.header("authorization").isEmpty()) {
            return error(403, "AccessDenied");
        }
        String key = path.length == 1 ? "" : path[1];
        return switch (request.method()) {
            case "GET" -> key.isEmpty() ? list(request.query()) : get(request, key);
            case "HEAD" -> objects.containsKey(key) ? WebReply.of(200, objects.get(key)).with("ETag", tag(key)) : WebReply.of(404);
            case "PUT" -> {
                objects.put(key, request.body());
                yield WebReply.of(200).with("ETag", "\"0\"");
            }
            case "DELETE" -> {
                objects.remove(key);
                yield WebReply.of(204);
            }
            default -> WebReply.of(405);
        };
    }

    private String tag(String key) {
        return "\"" + java.util.Arrays.hashCode(objects.get(key)) + "\"";
    }

    static WebReply error(int status, String code) {
        return WebReply.of(status, "<?xml version=\"1.0\"?><Error><Code>" + code
                + "</Code><Message>AKIASECRET did something</Message></Error>").with("Content-Type", "application/xml");
    }

    private WebReply get(WebRequest request, String key) {
        byte[] object = objects.get(key);
        if (object == null) {
            return error(404, "NoSuchKey");
        }
        WebReply reply = WebReply.ranged(request, object).with("ETag", tag(key));
        return reply.status() == 416 ? error(416, "InvalidRange") : reply;
    }

    private WebReply list(String query) {
        String prefix = parameter(query, "prefix");
        String after = parameter(query, "continuation-token");
        boolean deep = parameter(query, "delimiter").isEmpty();
        TreeSet<String> names = new TreeSet<>();
        for (String key : objects.keySet()) {
            int slash = key.indexOf('/', prefix.length());
            if (key.startsWith(prefix)) {
                names.add(slash < 0 || deep ? key : key.substring(0, slash + 1));
            }
        }
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><ListBucketResult>");
        int count = 0;
        String last = "";
        for (String name : names.tailSet(after, after.isEmpty())) {
            if (count++ == PAGE) {
                xml.append("<IsTruncated>true</IsTruncated><NextContinuationToken>").append(last)
                        .append("</NextContinuationToken>");
                break;
            }
            xml.append(name.endsWith("/") && !deep ? "<CommonPrefixes><Prefix>" + name + "</Prefix></CommonPrefixes>"
                    : "<Contents><Key>" + name + "</Key><Size>" + objects.get(name).length + "</Size><ETag>"
                            + tag(name).replace("\"", "&quot;") + "</ETag></Contents>");
            last = name;
        }
        return WebReply.of(200, xml.append("</ListBucketResult>").toString()).with("Content-Type", "application/xml");
    }

    private static String parameter(String query, String name) {
        Matcher m = Pattern.compile("(?:^|&)" + name + "=([^&]*)").matcher(query);
        return m.find() ? java.net.URLDecoder.decode(m.group(1), java.nio.charset.StandardCharsets.UTF_8) : "";
    }
}
