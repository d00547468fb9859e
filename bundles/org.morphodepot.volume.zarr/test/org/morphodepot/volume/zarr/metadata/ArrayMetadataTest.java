package org.morphodepot.volume.zarr.metadata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.VoxelType;

class ArrayMetadataTest {

    private static final String V2 = "{'zarr_format':2,'shape':[10,20],'chunks':[5,6],'dtype':'<u2','compressor':null,"
            + "'fill_value':0,'filters':null,'order':'C'}";
    private static final String V3 =
            "{'zarr_format':3,'node_type':'array','shape':[10,20],'data_type':'uint16','chunk_grid':"
            + "{'name':'regular','configuration':{'chunk_shape':[5,6]}},'chunk_key_encoding':{'name':'default'},"
            + "'fill_value':0,'codecs':[{'name':'bytes','configuration':{'endian':'little'}}]}";
    private static final String SHARDS =
            "{'name':'sharding_indexed','configuration':{'chunk_shape':[5,3],'codecs':['bytes'],"
            + "'index_codecs':[{'name':'bytes','configuration':{'endian':'little'}},'crc32c']}}";

    private static Json json(String text) throws VolumeException {
        return Json.parse("a", text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static ArrayMetadata v2(String from, String to) throws VolumeException {
        assertEquals(true, V2.contains(from), from);
        return ArrayV2.read(json(V2.replace(from, to)));
    }

    private static ArrayMetadata v3(String from, String to) throws VolumeException {
        assertEquals(true, V3.contains(from), from);
        return ArrayV3.read(json(V3.replace(from, to)));
    }

    private static void assertRefused(Kind kind, String message, org.junit.jupiter.api.function.Executable reading) {
        VolumeException e = assertThrows(VolumeException.class, reading);
        assertEquals(message, e.getMessage());
        assertEquals(kind, e.kind());
    }

    @Test
    void fillValues_ofEveryFormAreUnderstood() throws VolumeException {
        Map<String, Long> floats =
                Map.of("null", 0L, "1.5", 0x3fc00000L, "'NaN'", 0x7fc00000L, "NaN", 0x7fc00000L, "'Infinity'",
                0x7f800000L, "'-Infinity'", 0xff800000L, "'0x7fc00001'", 0x7fc00001L, "3", 0x40400000L, "false", 0L);
        for (Map.Entry<String, Long> fill : floats.entrySet()) {
            assertEquals(fill.getValue(),
                    FillValue.bits(json("{'f':" + fill.getKey() + "}").find("f"), VoxelType.FLOAT32), fill.getKey());
        }
        assertEquals(0x7e00, FillValue.bits(json("{'f':'NaN'}").find("f"), VoxelType.FLOAT16));
        assertEquals(-1, FillValue.bits(json("{'f':18446744073709551615}").find("f"), VoxelType.UINT64));
        assertEquals(0xfffe, FillValue.bits(json("{'f':-2}").find("f"), VoxelType.INT16));
        assertEquals(255, FillValue.bits(json("{'f':255.0}").find("f"), VoxelType.UINT8));
        assertEquals(1, FillValue.bits(json("{'f':true}").find("f"), VoxelType.BOOL));
        assertEquals(0, FillValue.bits(Optional.empty(), VoxelType.INT32));
    }

    @Test
    void fillValueThatDoesNotFit_isRefused() {
        assertRefused(Kind.MALFORMED, "a: fill_value must fit into uint16, not 65536",
                () -> v2("'fill_value':0", "'fill_value':65536"));
        assertRefused(Kind.MALFORMED, "a: fill_value must fit into uint16, not -1",
                () -> v3("'fill_value':0", "'fill_value':-1"));
        assertRefused(Kind.MALFORMED, "a: fill_value must be a number, not \"x\"",
                () -> v3("'fill_value':0", "'fill_value':'x'"));
    }

    @Test
    void keys_followTheEncoding() throws VolumeException {
        long[] chunk = {1, 0};
        assertEquals("1.0", v2("'C'", "'C'").keys().key(chunk));
        assertEquals("1/0", v2("'C'", "'C','dimension_separator':'/'").keys().key(chunk));
        assertEquals("c/1/0", v3("'default'", "'default'").keys().key(chunk));
        assertEquals("c.1.0", v3("'default'", "'default','configuration':{'separator':'.'}").keys().key(chunk));
        assertEquals("1.0", v3("'default'", "'v2'").keys().key(chunk));
        assertEquals("1/0", v3("'default'", "'v2','configuration':{'separator':'/'}").keys().key(chunk));
        assertEquals("0", v2("'C'", "'C'").keys().key(new long[0]));
        assertEquals("c", v3("'default'", "'default'").keys().key(new long[0]));
    }

    @Test
    void types_ofBothVersionsAreNamedAlike() throws VolumeException {
        assertEquals("int64", v2("<u2", ">i8").type().word());
        assertEquals("bool", v2("<u2", "|b1").type().word());
        assertEquals("float16", v3("'uint16'", "'float16'").type().word());
        assertEquals("<U7", v2("<u2", "<U7").type().word());
        assertRefused(Kind.UNSUPPORTED, "a: values of type <U7 are not numbers and cannot be read",
                v2("<u2", "<U7")::readable);
        assertRefused(Kind.UNSUPPORTED, "a: values of type \"|O\" cannot be read", () -> v2("<u2", "|O"));
        assertRefused(Kind.UNSUPPORTED, "a: values of type [[\"r\",\"<u1\"]] cannot be read",
                () -> v2("'<u2'", "[['r','<u1']]"));
        assertRefused(Kind.UNSUPPORTED, "a: values of type \"string\" cannot be read", () -> v3("uint16", "string"));
    }

    @Test
    void sizesThatOverflow_areRefused() {
        assertRefused(Kind.TOO_LARGE, "a: the array is larger than any disk",
                () -> v2("[10,20]", "[9223372036854775807,2]"));
        assertRefused(Kind.TOO_LARGE, "a: its chunks hold more than " + (Limits.CHUNK_BYTES >> 20)
                + " MiB each; store the scan in smaller chunks or give the program more memory",
                () -> v2("[5,6]", "[70000,70000]"));
        assertRefused(Kind.TOO_LARGE, "a: its chunks hold more than " + (Limits.CHUNK_BYTES >> 20)
                + " MiB each; store the scan in smaller chunks or give the program more memory",
                () -> v3("[5,6]", "[4294967296,4294967296]".replace("4294967296", "2147483647")));
        assertRefused(Kind.MALFORMED, "a: shape[0] is too large, not 92233720368547758070",
                () -> v2("[10,20]", "[92233720368547758070,2]"));
        assertRefused(Kind.MALFORMED, "a: shape[1] must be a whole number, not 2.5", () -> v2("[10,20]", "[1,2.5]"));
        assertRefused(Kind.MALFORMED, "a: shape must be positive, not [-1,20]", () -> v2("[10,20]", "[-1,20]"));
        assertRefused(Kind.MALFORMED, "a: chunks must be positive, not [0,6]", () -> v2("[5,6]", "[0,6]"));
        assertRefused(Kind.TOO_LARGE, "a: the array has more than 32 axes",
                () -> v2("'shape':[10,20],'chunks':[5,6]", "'shape':[" + "1,".repeat(32) + "1],'chunks':["
                + "1,".repeat(32) + "1]"));
    }

    @Test
    void unknownParts_areRefusedByName() {
        assertRefused(Kind.UNSUPPORTED, "a: the codec pcodec is not supported",
                () -> v2("'compressor':null", "'compressor':{'id':'pcodec'}"));
        assertRefused(Kind.UNSUPPORTED, "a: the codec vlen-utf8 is not supported",
                () -> v3("'name':'bytes'", "'name':'vlen-utf8'"));
        assertRefused(Kind.UNSUPPORTED, "a: the chunk grid rectilinear is not supported",
                () -> v3("'regular'", "'rectilinear'"));
        assertRefused(Kind.UNSUPPORTED, "a: the chunk key encoding fancy is unknown", () -> v3("'default'", "'fancy'"));
        assertRefused(Kind.UNSUPPORTED, "a: the extension fancy is not supported",
                () -> v3("'fill_value'", "'fancy':{},'fill_value'"));
        assertRefused(Kind.UNSUPPORTED, "a: storage transformers are not supported",
                () -> v3("'fill_value'", "'storage_transformers':[{'name':'x'}],'fill_value'"));
    }

    @Test
    void extensionThatNeedNotBeUnderstood_isIgnored() throws VolumeException {
        assertEquals(3, v3("'fill_value'", "'fancy':{'must_understand':false},'fill_value'").zarrFormat());
    }

    @Test
    void codecsInImpossibleOrder_areRefused() {
        assertRefused(Kind.MALFORMED, "a: codecs must have a codec that makes bytes, not []",
                () -> v3("[{'name':'bytes','configuration':{'endian':'little'}}]", "[]"));
        assertRefused(Kind.MALFORMED, "a: codecs[1] must come earlier in the list of codecs, not \"transpose\"",
                () -> v3("[{'name':'bytes','configuration':{'endian':'little'}}]", "['bytes','transpose']"));
        assertRefused(Kind.MALFORMED,
                "a: codecs[0] must order each of the 2 axes once, not"
                        + " {\"name\":\"transpose\",\"configuration\":{\"order\":[0,0]}}",
                () -> v3("[{'name':'bytes'", "[{'name':'transpose','configuration':{'order':[0,0]}},{'name':'bytes'"));
    }

    @Test
    void shards_areReadByTheirInnerChunks() throws VolumeException {
        ArrayMetadata array = v3("{'name':'bytes','configuration':{'endian':'little'}}", SHARDS);
        assertArrayEquals(new int[] {5, 6}, array.chunk());
        assertEquals(List.of("sharding_indexed", "raw"), array.codecs());
        assertRefused(Kind.MALFORMED, "a: codecs[0].configuration.chunk_shape must divide the shard, not [5,4]",
                () -> v3("{'name':'bytes','configuration':{'endian':'little'}}", SHARDS.replace("[5,3]", "[5,4]")));
        assertRefused(Kind.UNSUPPORTED, "a: compressed shard indexes are not supported",
                () -> v3("{'name':'bytes','configuration':{'endian':'little'}}", SHARDS.replace("'crc32c'", "'gzip'")));
        assertRefused(Kind.TOO_LARGE, "a: a shard has more than 4194304 chunks",
                () -> ArrayV3.read(json(V3.replace("{'name':'bytes','configuration':{'endian':'little'}}",
                        SHARDS.replace("[5,3]", "[1,1]")).replace("[5,6]", "[100000,100000]"))));
    }

    @Test
    void documentThatIsNoObject_isRefused() {
        assertRefused(Kind.MALFORMED, "a is not one JSON object", () -> json("[1]"));
        assertRefused(Kind.MALFORMED, "a is not one JSON object", () -> json("{} {}"));
        assertRefused(Kind.MALFORMED, "a is not valid JSON", () -> json("{'a':"));
        assertRefused(Kind.MALFORMED, "a is not valid JSON", () -> json(""));
        assertRefused(Kind.MALFORMED, "a is not valid JSON", () -> json("[".repeat(1_000_000)));
        assertRefused(Kind.MALFORMED, "a: shape is missing",
                () -> ArrayV2.read(json("{'zarr_format':2,'dtype':'<u2'}")));
    }
}
