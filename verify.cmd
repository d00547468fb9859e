@echo off
rem Builds and tests everything. The steps that need a screen of their own run on Linux only: see ./verify.
call "%~dp0mvnw.cmd" --file "%~dp0pom.xml" verify -Pproduct,all-platforms --fail-at-end %*
exit /b %ERRORLEVEL%
