@echo off
rem Starts MorphoDepot Workbench (built first when missing), or runs a headless command. See ./morphodepot.
setlocal
set "TOP=%~dp0"
if not defined JAVA_HOME (echo Please set JAVA_HOME to a JDK 25 or newer. & exit /b 1)
set "PRODUCT=%TOP%product\target\products\org.morphodepot.product\win32\win32\x86_64"
if /i "%PROCESSOR_ARCHITECTURE%"=="ARM64" set "PRODUCT=%TOP%product\target\products\org.morphodepot.product\win32\win32\aarch64"
if not exist "%PRODUCT%\plugins" call "%TOP%mvnw.cmd" --file "%TOP%pom.xml" verify -Pproduct,all-platforms -Dmaven.test.skip=true || exit /b 1
set "JAVA=%JAVA_HOME%\bin\java.exe"
set "FIRST=%~1"
if "%FIRST%"=="" goto workbench
if "%FIRST%"=="open" goto workbench
if "%FIRST%"=="--practice" goto workbench
"%JAVA%" --enable-native-access=ALL-UNNAMED -cp "%PRODUCT%\plugins\*" org.morphodepot.cli.Main %*
exit /b %ERRORLEVEL%

:workbench
for %%L in ("%PRODUCT%\plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%L"
:start
"%JAVA%" --enable-native-access=ALL-UNNAMED -XX:+UseG1GC -jar "%LAUNCHER%" -nosplash -data "%LOCALAPPDATA%\morphodepot" %*
if %ERRORLEVEL%==23 goto start
if %ERRORLEVEL%==24 goto start
exit /b %ERRORLEVEL%
