package org.morphodepot.forge.internal.state;

/** A sign-in on another device that is under way. */
public final class DeviceCode extends Row {

    public String deviceCode;
    public String userCode;
    public String client;
    public String scope;
    public String expires;
    public int interval;
    /** pending, granted, denied or used. */
    public String state = "pending";
    public String login;

    @Override
    public String key() {
        return deviceCode;
    }
}
